"""What a launch is, the same on both devices: what it computes, over which extents."""
