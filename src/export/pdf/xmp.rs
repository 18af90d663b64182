//! The XMP packet (ISO 16684-1): what search engines and libraries read, and our payload.

use crate::export::metadata::{Metadata, NAMESPACE, PRODUCT, push_content};

pub(super) fn packet(metadata: &Metadata) -> Vec<u8> {
    let mut out = Vec::with_capacity(2048);
    let mut put = |text: &str| out.extend_from_slice(text.as_bytes());
    put("<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    put("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    put("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    put(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    put(" xmlns:rx=\"");
    put(NAMESPACE);
    put("\">\n<dc:format>application/pdf</dc:format>\n");
    let payload = metadata.payload.as_deref().unwrap_or_default();
    for (name, form, text) in [
        ("dc:title", Form::Alternative, metadata.title.as_str()),
        ("dc:description", Form::Alternative, &metadata.description),
        ("dc:source", Form::Plain, &metadata.source),
        ("dc:language", Form::Bag, &metadata.language),
        ("xmp:CreatorTool", Form::Plain, PRODUCT),
        ("pdf:Producer", Form::Plain, PRODUCT),
        ("rx:software", Form::Plain, PRODUCT),
        ("rx:title", Form::Plain, &metadata.title),
        ("rx:description", Form::Plain, &metadata.description),
        ("rx:source", Form::Plain, &metadata.source),
        ("rx:language", Form::Plain, &metadata.language),
        ("rx:payload", Form::Plain, payload),
    ] {
        if !text.is_empty() {
            put(&format!("<{name}>{}</{name}>\n", form.around(&escaped(text))));
        }
    }
    put("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    out
}

/// How XMP wants the value of a property.
enum Form {
    Plain,
    /// One of several languages.
    Alternative,
    /// One of several values.
    Bag,
}

impl Form {
    fn around(&self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Alternative => {
                format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt>")
            }
            Self::Bag => format!("<rdf:Bag><rdf:li>{text}</rdf:li></rdf:Bag>"),
        }
    }
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    push_content(&mut out, text);
    String::from_utf8(out).expect("escaping keeps UTF-8")
}
