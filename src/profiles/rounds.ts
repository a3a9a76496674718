/** Whether a decimal number is another one once it is read as a double. */
export function rounds(written: string): boolean {
	return significant(written) !== significant(String(Number(written)));
}

/** Sign, digits without zeros around them, and exponent: the same for the same number however it is written. */
function significant(written: string): string {
	const [, sign = "", whole = "", fraction = "", exponent = "0"] =
		/^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
	if (whole === "") return written;
	const digits = (whole + fraction).replace(/^0+/, "");
	const short = digits.slice(0, endOf(digits));
	if (short === "") return "0";
	const scale = Number(exponent) - fraction.length + (digits.length - short.length);
	return `${sign === "-" ? "-" : ""}${short}e${scale}`;
}

/** Where the zeros at the end begin; an expression would look for them from every zero on. */
function endOf(digits: string): number {
	let end = digits.length;
	while (digits[end - 1] === "0") end--;
	return end;
}
