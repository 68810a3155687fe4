"""Functions as text: found, checked, derived, composed into Programs, emitted for a device."""
