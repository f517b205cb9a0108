"""The reader of PDF files: two libraries, one document."""
