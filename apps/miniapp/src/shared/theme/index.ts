import './tokens.css';
import './icons.css';
import './components.css';
import './kit.css';
