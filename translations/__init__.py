"""The words, for window and paper alike; knows no Qt and no ReportLab."""
