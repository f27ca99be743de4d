/** « de » before a name as the pages say it: « d’Awa », « de Jules ». */
export const ofName = (name: string): string => (/^[aeiouyéèêîôœ]/i.test(name) ? `d’${name}` : `de ${name}`);
