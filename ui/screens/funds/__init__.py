"""Money that is set apart: the funds, the banks, and what the group owes."""
