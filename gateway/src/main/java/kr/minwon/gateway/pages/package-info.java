/**
 * The web pages: what residents and staff see in a browser. Server-rendered, whole without scripts, better with them;
 * nothing here decides anything that a service decides.
 */
@NullMarked
package kr.minwon.gateway.pages;

import org.jspecify.annotations.NullMarked;
