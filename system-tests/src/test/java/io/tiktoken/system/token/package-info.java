/** Access tokens as the stories need them: asked for like any machine does, or signed here with the shop's own key. */
package io.tiktoken.system.token;
