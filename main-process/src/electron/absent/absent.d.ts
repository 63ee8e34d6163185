/** A class whose methods throw `ERR_NOT_SUPPORTED` with the name `owner.method`; a part for `assemble`. */
export function absentMembers(owner: string, names: string[]): Function;

/** Stands for a module or class that Kaon lacks. It can be passed around; constructing it, or calling or setting anything of it, throws `ERR_NOT_SUPPORTED`. */
export function absentObject(name: string): Function;
