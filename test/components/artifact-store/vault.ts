import * as pulumi from "@pulumi/pulumi";
import type { BundlePart, PartFile, StoreAdapter } from "pulumi-cowork";

export const vaultStore = {
	title: "Vault",
	docs: "https://example.com/vault",
	options: {
		kind: "object",
		members: { shelf: { shape: { kind: "number", integer: true }, summary: "Where it lies", required: true } },
	},
	examples: { plain: { shelf: 1 } },
} satisfies NonNullable<StoreAdapter["store"]>;

/** A store that no other file knows of, as a user would write it: one shelf for a deployment, and on it a box per file. */
export function vault(options: { readonly shelf: number }): StoreAdapter<{ readonly shelf: number }> {
	return {
		name: "vault",
		options,
		store: vaultStore,
		open(name, { deployment, owner }, opts) {
			const shelf = new Resource("vault:index:Shelf", name, { deployment, owner, ...options }, opts);
			const publish = (part: string, { files }: BundlePart, partOpts: pulumi.CustomResourceOptions) => {
				const place = ({ path, content, listed }: PartFile) => {
					const text = content.apply((bytes) => Buffer.from(bytes()).toString("base64"));
					const box = new Resource("vault:index:Box", `${part}/${path}`, { path, text }, partOpts);
					return pulumi.all([listed, box.id]).apply(([file]) => file);
				};
				return { files: pulumi.output(files().then((all) => all.map(place))) };
			};
			return {
				location: shelf.id.apply((id) => `vault://${id}`),
				publish,
				complete(nameOf, { manifest }, partOpts) {
					publish(nameOf(manifest.role), manifest, partOpts);
				},
			};
		},
	};
}

class Resource extends pulumi.CustomResource {}
