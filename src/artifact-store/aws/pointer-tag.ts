/** Marks pointers among the objects of a bucket, so that a rule can forget their earlier versions and nothing else. */
export const pointerTag = { key: "pulumi-cowork", value: "pointer" } as const;
