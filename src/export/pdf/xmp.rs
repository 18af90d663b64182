//! The XMP packet (ISO 16684-1): what search engines and libraries read, and our payload.

use crate::export::metadata::{Metadata, NAMESPACE, PRODUCT, push_escaped};

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
    let alternative =
        |text: &str| format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt>");
    let one_of_bag = |text: &str| format!("<rdf:Bag><rdf:li>{text}</rdf:li></rdf:Bag>");
    let plain = str::to_owned;
    let payload = metadata.payload.as_deref().unwrap_or_default();
    let properties: [(&str, &str, &dyn Fn(&str) -> String); 12] = [
        ("dc:title", &metadata.title, &alternative),
        ("dc:description", &metadata.description, &alternative),
        ("dc:source", &metadata.source, &plain),
        ("dc:language", &metadata.language, &one_of_bag),
        ("xmp:CreatorTool", PRODUCT, &plain),
        ("pdf:Producer", PRODUCT, &plain),
        ("rx:software", PRODUCT, &plain),
        ("rx:title", &metadata.title, &plain),
        ("rx:description", &metadata.description, &plain),
        ("rx:source", &metadata.source, &plain),
        ("rx:language", &metadata.language, &plain),
        ("rx:payload", payload, &plain),
    ];
    for (name, text, form) in properties {
        if !text.is_empty() {
            put(&format!("<{name}>{}</{name}>\n", form(&escaped(text))));
        }
    }
    put("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    out
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    push_escaped(&mut out, text);
    String::from_utf8(out).expect("escaping keeps UTF-8")
}
