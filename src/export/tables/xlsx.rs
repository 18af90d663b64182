//! XLSX: one sheet a table, headings frozen and filterable, numbers as numbers.

use std::fmt;

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::catalogues::APPLICATION;
use super::{Cell, Kind, Table};
use crate::model::{Decimal, Report};
use crate::theme::ThemeName;

/// Why a workbook could not be made: a table is larger than a sheet can be.
#[derive(Debug)]
pub struct XlsxFailed(XlsxError);

impl fmt::Display for XlsxFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::error::Error for XlsxFailed {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl From<XlsxError> for XlsxFailed {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}

struct Formats {
    heading: Format,
    text: Format,
    number: Format,
    whole: Format,
}

pub(super) fn write(report: &Report, tables: &[Table]) -> Result<Vec<u8>, XlsxFailed> {
    let about = report.about();
    let palette = ThemeName::Print.palette();
    let color = |[red, green, blue, _]: [u8; 4]| {
        rust_xlsxwriter::Color::RGB(u32::from_be_bytes([0, red, green, blue]))
    };
    let top = Format::new().set_align(FormatAlign::Top);
    let formats = Formats {
        heading: Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_font_color(color(palette.on_accent.to_array()))
            .set_background_color(color(palette.accent.to_array())),
        text: top.clone().set_text_wrap(),
        number: top.clone(),
        whole: top.set_num_format("#,##0"),
    };

    let mut workbook = Workbook::new();
    let delivered = ExcelDateTime::from_ymd(
        about.delivered.year().unsigned_abs(),
        about.delivered.month().unsigned_abs(),
        about.delivered.day().unsigned_abs(),
    )
    // A workbook knows no day before 1900; without any it would hold the time of writing and differ each time.
    .or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    let lang = tables.first().map(|table| table.lang).unwrap_or_default();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(lang.pick(&about.title))
            .set_author(APPLICATION)
            .set_company(lang.pick(&about.publisher))
            .set_comment(format!(
                "{} {}, sha256 {}",
                report.id(),
                report.data_version(),
                report.text().sha256
            ))
            .set_creation_datetime(&delivered),
    );
    for table in tables {
        sheet(workbook.add_worksheet(), table, &formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    let columns =
        u16::try_from(table.headings.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    for (column, heading) in (0..columns).zip(&table.headings) {
        sheet.set_column_width(column, heading.width)?;
        sheet.write_string_with_format(0, column, heading.label, &formats.heading)?;
    }
    let mut last = 0;
    for (at, row) in (1..).zip(&table.rows) {
        last = at;
        for ((column, heading), cell) in (0..columns).zip(&table.headings).zip(row) {
            write_cell(sheet, at, column, (heading.kind, cell), table, formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if last > 0 && columns > 0 {
        sheet.autofilter(0, 0, last, columns - 1)?;
    }
    // Printed: landscape, A4, as wide as the page, headings on every page.
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    (kind, cell): (Kind, &Cell),
    table: &Table,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let number = match (kind, cell) {
        (_, Cell::Empty) => return Ok(()),
        (Kind::Number, Cell::Number(value)) => Some(*value),
        (Kind::Number, Cell::Count(count)) => Some(Decimal::from(*count)),
        _ => None,
    };
    match number.and_then(|value| value.to_f64().map(|binary| (value, binary))) {
        // A sheet holds binary numbers: what is exact in CSV and JSON is the nearest double here.
        Some((value, binary)) => {
            let format = if value.is_integer() { &formats.whole } else { &formats.number };
            sheet.write_number_with_format(row, column, binary, format)?;
        }
        None => {
            sheet.write_string_with_format(row, column, cell.label(table.lang), &formats.text)?;
        }
    }
    Ok(())
}
