export default { layout: "paper.njk", permalink: ({ id }) => `/papers/${id}/` };
