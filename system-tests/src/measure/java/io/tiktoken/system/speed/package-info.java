/** What the whole shop costs and bears, measured from outside through the gateway. */
package io.tiktoken.system.speed;
