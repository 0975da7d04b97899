"""The print shop: a statement goes in, a PDF comes out; no sums are made and nothing is asked."""
