/** The description of the public API, put together from the services' own. */
@NullMarked
package kr.minwon.gateway.openapi;

import org.jspecify.annotations.NullMarked;
