import type { BundleFile } from "./bundle.js";

/**
 * The same files with their bytes in one block of memory: of a small file, a block of its own takes some hundred bytes more,
 * and thousands of groups have dozens of them. What is secret stays apart from what is not.
 */
export function inOneBlock(files: readonly BundleFile[]): BundleFile[] {
	const open = files.filter(({ sensitive }) => !sensitive);
	const block = new Uint8Array(open.reduce((bytes, { content }) => bytes + content.length, 0));
	let end = 0;
	return files.map((file) => {
		if (file.sensitive) return file;
		const start = end;
		end += file.content.length;
		block.set(file.content, start);
		return { ...file, content: block.subarray(start, end) };
	});
}
