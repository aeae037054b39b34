"""Tables -> people. Door: `minzheng.publish.reports.run_report`."""
