//! PDF: not written yet.
/// Why a PDF cannot be made.
#[derive(Debug)]
pub struct PdfError;
impl PdfError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> crate::model::Bilingual {
        crate::model::Bilingual { zh: "PDF".into(), en: "PDF".into() }
    }
}
/// Writes a scene as a PDF.
///
/// # Errors
/// Always, for now.
pub fn pdf(_: &super::Scene, _: &super::Metadata) -> Result<Vec<u8>, PdfError> {
    Err(PdfError)
}
