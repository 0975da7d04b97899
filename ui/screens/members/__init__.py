"""The register: its list, the form of a member, and her page."""
