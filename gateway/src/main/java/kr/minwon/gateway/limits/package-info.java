/** How often an address may do what. */
@NullMarked
package kr.minwon.gateway.limits;

import org.jspecify.annotations.NullMarked;
