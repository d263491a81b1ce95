// Rows as comma-separated values and as tab-separated ones for a clipboard. Pure.

// A spreadsheet would run a cell that begins like a formula: an apostrophe keeps it text. Numbers of ours stay numbers.
const harmless = (cell) => (typeof cell !== "number" && /^\s*[=+\-@\t\r]/.test(String(cell ?? "")) ? `'${cell}` : String(cell ?? ""));

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// The mark in front tells spreadsheets that Hangul is UTF-8.
export const csv = (head, rows) => `\uFEFF${[head, ...rows].map((row) => row.map((cell) => quoted(harmless(cell))).join(",")).join("\r\n")}\r\n`;

export const tabbed = (head, rows) => [head, ...rows].map((row) => row.map((cell) => harmless(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
