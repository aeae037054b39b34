"""Bytes -> Document. Door: `minzheng.decode.document.read_bulletin`."""
