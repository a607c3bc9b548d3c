/** What the shop consists of on one machine: services, ports, folders, secrets, and the environment that each service is started in. */
@NullMarked
package io.tiktoken.launcher.shop;

import org.jspecify.annotations.NullMarked;
