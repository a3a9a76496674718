import { python, pythonHas } from "./python.js";

export interface XmlElement {
	/** Without its namespace. */
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** Before the first element inside. */
	readonly text: string;
	readonly children: readonly XmlElement[];
}

export const needsXml = { needs: "python3", isHere: pythonHas("xml.etree.ElementTree") } as const;

const script = `
import xml.etree.ElementTree as tree

def answer(documents):
    return [element(tree.fromstring(each)) for each in documents]

def element(found):
    return {
        "tag": found.tag.split("}")[-1],
        "attributes": found.attrib,
        "text": found.text or "",
        "children": [element(each) for each in found],
    }
`;

/** What expat reads in each document. */
export function readXml(documents: readonly string[]): readonly XmlElement[] {
	return python(script, documents) as readonly XmlElement[];
}

/** Every element of a tag, at any depth. */
export function elementsOf(root: XmlElement, tag: string): readonly XmlElement[] {
	const inside = root.children.flatMap((each) => elementsOf(each, tag));
	return root.tag === tag ? [root, ...inside] : inside;
}
