//! Numbers as people read them: 340亿, 1.2万, 34 bn, 12,000.

