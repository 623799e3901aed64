"""The hall's state and its log together: carries commands out, and shows what stands where."""
