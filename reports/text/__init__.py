"""Lao, Thai and Latin letters on paper, every mark in its place; the only room that draws text."""
