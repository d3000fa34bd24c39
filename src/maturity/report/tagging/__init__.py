"""Tagged PDF on ReportLab: PDF/UA-1 and PDF/A-3a. Knows nothing of what the report is about."""
