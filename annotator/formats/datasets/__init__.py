"""Writers: one module per format of dataset."""
