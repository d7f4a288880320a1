/** The place in the header where those who are here are shown. */
export const companySlotId = 'here-now';
