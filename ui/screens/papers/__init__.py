"""The papers: chosen, looked at, saved as PDF, and printed."""
