import { error } from "../problem.js";
import { text, textMatching } from "../shape/build.js";
import type { TextShape } from "../shape/shape.js";

const form = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const reserved = /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|--x-s3|--table-s3|\.mrap)$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketName: TextShape = {
	...text((name) => {
		const wrong = (message: string) => [error("bucket-name", [], message)];
		if (!form.test(name)) {
			return wrong("is no name of a bucket; expected 3 to 63 lower-case letters, digits, dots and hyphens");
		}
		if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return wrong("is an IP address, which no bucket is called");
		return reserved.test(name) ? wrong("begins or ends as S3 keeps it for names of its own; choose another") : [];
	}),
	pattern: form.source,
};

/** Beginning of keys, without a slash at its end. Stands in a policy as well, in which `*`, `?` and `$` mean something. */
export const keyPrefix = textMatching(
	"bucket-prefix",
	/^[A-Za-z0-9!_.'()=-]+(\/[A-Za-z0-9!_.'()=-]+)*$/,
	"is no prefix of keys; expected words with slashes between them, none at either end",
);
