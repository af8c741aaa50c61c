/** The only public door: web pages, REST, sign-in, limits. */
@NullMarked
package kr.minwon.gateway;

import org.jspecify.annotations.NullMarked;
