"""Loans: their list, the request, and the page of one loan from asking to the last repayment."""
