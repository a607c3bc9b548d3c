/** What the shop consists of on one machine: services, ports, folders, secrets, and the environment that each service is started in. */
package io.tiktoken.launcher.shop;
