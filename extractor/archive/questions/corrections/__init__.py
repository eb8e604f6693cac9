"""What people have put right in a dataset: `corrections.yaml`, read, checked and applied."""
