/** Sessions of signed-in staff; a stranger has none. */
@NullMarked
package kr.minwon.gateway.sessions;

import org.jspecify.annotations.NullMarked;
