/** Shows each service's description of its API; "try it out" uses the visitor's own session. */

const SERVICES = ['auth', 'catalog', 'wallet', 'order', 'fx'];

globalThis.SwaggerUIBundle({
    dom_id: '#docs',
    urls: SERVICES.map((name) => ({name, url: `/api-docs/${name}`})),
    presets: [globalThis.SwaggerUIBundle.presets.apis, globalThis.SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    deepLinking: true,
    validatorUrl: null,
});
