//! The data file ⇄ [`crate::model::Report`].
