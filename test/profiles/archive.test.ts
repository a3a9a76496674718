import { describe, expect, test } from "vitest";
import { writeZip } from "../../src/profiles/archive.js";
import { python, pythonHas } from "../support/python.js";

const script = `
import io, zipfile

def answer(archive):
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(archive))) as zip:
        assert zip.testzip() is None
        return [
            [each.filename, list(each.date_time), each.external_attr >> 16, zip.read(each).decode("utf-8")]
            for each in zip.infolist()
        ]
`;

describe.skipIf(!pythonHas("zipfile"))("an archive: needs python3", () => {
	test("is read with its names, its texts and the earliest time there is", async () => {
		const archive = await writeZip({ "a/b.txt": "naïve\n", "empty.txt": "", "日本.txt": "x" });
		expect(python(script, Buffer.from(archive).toString("base64"))).toEqual([
			["a/b.txt", [1980, 1, 1, 0, 0, 0], 0o644, "naïve\n"],
			["empty.txt", [1980, 1, 1, 0, 0, 0], 0o644, ""],
			["日本.txt", [1980, 1, 1, 0, 0, 0], 0o644, "x"],
		]);
	});
});
