import { python, pythonHas } from "../../support/python.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

const script = `
def answer(documents):
    return [json.loads(base64.b64decode(each).decode("utf-8")) for each in documents]
`;

export const reader: ProfileReader = {
	needs: "python3",
	isHere: pythonHas("json"),
	carries: "values",
	read: (profiles) =>
		python(
			script,
			profiles.map((files) => Buffer.from(fileOf(files)).toString("base64")),
		) as readonly Found[],
};
