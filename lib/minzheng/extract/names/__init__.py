"""What a figure measures, in the text's own words: lists, 分别, 其中, ellipsis and growth resolved to full phrases."""
