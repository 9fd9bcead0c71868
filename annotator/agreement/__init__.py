"""How far people agree: coefficients, what they are computed from, and the cases behind them.

Every coefficient here is computed from sums that add up over articles, so an interval comes from
drawing articles anew, thousands of times, without counting anything twice: what lies in one article
was not decided independently. Only finished work enters. Where a figure is not defined it says why
and has no value: neither one nor nought. Offsets are code points, end exclusive.
"""
