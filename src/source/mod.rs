//! The report's own text: the numbers in it, the spans that point into it, and whether data and text agree.
