"""The eval gate: quality has floors."""
